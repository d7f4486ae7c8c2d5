"""Documents as inputs."""
