"""The same desk for programs: JSON under ``/api``, from the same use cases and with the same permissions as the pages.

``shapes``    what is answered, as types
``answering`` one request -> one answer: errors as JSON, ETags, who may post
``routes``    where the two below are put together
``reading``   what can be asked
``entering``  what can be entered
``contract``  the whole of it as OpenAPI
``wiring``    all of it in one place
"""
