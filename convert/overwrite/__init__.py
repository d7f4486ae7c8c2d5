"""Whether ``-o`` may replace a file: only what medcite wrote, or what is written again."""
