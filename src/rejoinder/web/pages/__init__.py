"""A module for each page: a request in, the page out. They ask the use cases of ``desk`` and choose the words."""
