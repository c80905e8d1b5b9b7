"""What stands in a student's notebook where the answer goes."""

CODE_STUB = """\
# your code here
raise NotImplementedError("This exercise is not answered yet: replace this line by your code.")"""
