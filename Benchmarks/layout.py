"""The municipality's export as `tavolo sample` writes it: what both peers are told of the file."""

# Name of each column in the order of the file. The last is free text, which nobody loads; the two
# after it exist only in rows shifted by an unquoted separator.
COLUMNS = [
    "request_id", "person", "birth_year", "sex", "comune", "requested_on", "service", "area",
    "channel", "is_assisted", "outcome", "first_response_on", "decided_on", "started_on",
    "closed_on", "notes",
]
SHIFTED = ["extra_1", "extra_2"]
DATES = ["requested_on", "first_response_on", "decided_on", "started_on", "closed_on"]
LABELS = ["sex", "comune", "service", "area", "channel", "outcome"]
DATE_FORMAT = "%d/%m/%Y"
TOTAL_LABEL = "TOTALE"
LINES_BEFORE_DATA = 2
