"""Who a document is: kind, number, year, region, title and dates, from all its witnesses."""
