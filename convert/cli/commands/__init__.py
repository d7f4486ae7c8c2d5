"""One module a command, found by its file name.

Each has ``HELP`` (a line), ``EXAMPLES`` (for the end of its help), ``add(parser)``, which
declares its arguments, and ``run(arguments, console)``, which does the work. What goes
wrong is raised, or told to ``console.report``; the exit status follows from the report.
"""
