#!/usr/bin/env bash
# The four facts of a sale, told by curl.
#   MOSTY_URL=http://localhost:3000 MOSTY_KEY=mosty_sk_… CODE=VEKTOR examples/curl.sh
set -euo pipefail

MOSTY_URL="${MOSTY_URL:-http://localhost:3000}"
: "${MOSTY_KEY:?a secret key from Settings → API keys}"
: "${CODE:?a link key or a code of a partner}"
CUSTOMER="${CUSTOMER:-customer-$RANDOM$RANDOM}"
INVOICE="${INVOICE:-invoice-$RANDOM$RANDOM}"

tell() {
  curl --silent --show-error --fail-with-body --max-time 30 \
    --request POST "$MOSTY_URL/api/v1/track/$1" \
    --header "Authorization: Bearer $MOSTY_KEY" \
    --header 'Content-Type: application/json' \
    --data "$2"
  echo
}

# Somebody came to a page of the shop by ?via=CODE. The id of the click goes into a cookie of the shop.
CAME=$(tell click "{\"url\": \"https://shop.example/?via=$CODE\"}")
echo "$CAME"
CLICK=$(sed 's/.*"clickId":"\([^"]*\)".*/\1/' <<<"$CAME")

# Signed up: once per customer and event name.
tell lead "{\"clickId\": \"$CLICK\", \"eventName\": \"sign up\", \"customerExternalId\": \"$CUSTOMER\", \"customerName\": \"Ada\"}"

# Paid 4,900.00: once per invoice. Amounts are in the smallest unit of the currency.
tell sale "{\"customerExternalId\": \"$CUSTOMER\", \"amount\": 490000, \"currency\": \"RUB\", \"invoiceId\": \"$INVOICE\"}"

# Told again in the same words nothing happens: {"known": true}.
tell sale "{\"customerExternalId\": \"$CUSTOMER\", \"amount\": 490000, \"currency\": \"RUB\", \"invoiceId\": \"$INVOICE\"}"

# A part went back.
tell refund "{\"refundId\": \"$INVOICE-1\", \"invoiceId\": \"$INVOICE\", \"amount\": 90000, \"currency\": \"RUB\"}"
