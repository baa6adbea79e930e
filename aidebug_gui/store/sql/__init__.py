"""SQL that reads lines of logs: quoting, values of JSON and of ``key=value`` pairs, times and levels, typed columns."""
