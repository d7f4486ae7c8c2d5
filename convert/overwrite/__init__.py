"""Whether ``-o`` may replace a file: only if medcite wrote it or its content is written again."""
