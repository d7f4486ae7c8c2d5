"""The targets: a module a room, each with ``targets()``, which yields its ``Target``s."""
