"""One module for each noun of the command line; functions named after the command ("plans issue" -> `plans_issue`)."""
