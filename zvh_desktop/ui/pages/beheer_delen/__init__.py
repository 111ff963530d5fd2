"""The parts of the page Beheer, one subject each."""
