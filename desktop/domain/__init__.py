"""The ground floor: values and rules of the office, in the standard library alone."""
