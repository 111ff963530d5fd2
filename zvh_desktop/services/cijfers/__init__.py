"""The figures of the house: counted, small ones held back, given out once and then as they were."""
