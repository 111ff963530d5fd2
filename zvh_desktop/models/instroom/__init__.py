"""What comes beside a casus on its way in and out: how it ended, who was told or asked, and whose casus it is."""
