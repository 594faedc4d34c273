"""The small TOML tables of knowledge that a docket tells its matters apart by."""
