"""Files made by others are read in processes of their own, with limits: started, watched, ended. Knows no format of a file."""
