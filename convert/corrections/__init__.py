"""Write references again with the fields that differ from their articles set right.

A module has the name of a format whose files hold more than records, and a function
``correct(data, corrections, report)`` that leaves the rest as it is; all others are written anew.
"""
