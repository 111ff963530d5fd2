"""Keys, encrypted file, signatures, migrations, backup: what an auditor reads first. Knows no Qt."""
