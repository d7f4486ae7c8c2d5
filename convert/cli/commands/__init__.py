"""The commands, one module each, found by their file names.

Each has ``HELP`` (one line), ``ARGUMENTS`` (for the usage), ``EXAMPLES`` (for the end of its help),
``add(parser)``, which declares its arguments, and ``run(arguments, console)``, which does the work.
Errors are raised, or added to ``console.report``; the exit status follows from the report.
"""
