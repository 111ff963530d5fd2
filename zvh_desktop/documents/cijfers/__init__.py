"""The figures of a year as files: to read, to calculate with, to read in elsewhere."""
