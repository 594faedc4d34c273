"""The desk in the browser: pages and API over the use cases of ``desk``, served on this machine or to a team.

``serving``      settles Django for a desk and serves it
``settings``     what Django is told
``middleware``   the policy of every answer, the desk of every request, errors as pages
``page``         what every page needs: docket, day, addresses that keep them
``pages``        a module for each page
``urls``         addresses -> pages
"""
