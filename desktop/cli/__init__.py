"""The command line: words in, words and JSON out, all through services. No Qt."""
