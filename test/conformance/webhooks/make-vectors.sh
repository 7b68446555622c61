#!/bin/sh
# Prints conformance vectors for signatures of webhooks, as JSON: ./make-vectors.sh v1 > fixtures/v1.json, and so v1a and v1sm3.
# OpenSSL's command line computes every signature; no code of the hub, of its SDK or of standardwebhooks takes part.
set -eu
scheme=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

now=1795651200
id=msg_conformance_1
key_a=a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90
key_b=0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0
key_24=000102030405060708090a0b0c0d0e0f1011121314151617
key_64=${key_a}${key_b}

printf '{"type":"case.closed","timestamp":"2026-11-26T00:00:00.000Z","data":{"caseNumber":"HL20261126000001","version":4}}' > "$work/plain"
printf '{"type":"case.closed","timestamp":"2026-11-26T00:00:00.000Z","data":{"caseNumber":"HL20261126000002","version":4}}' > "$work/altered"
printf '{"type":"case.recalled","data":{"because":"路灯不归我们管 🚧 𠮷"}}' > "$work/unicode"
printf '\357\273\277{"type":"case.closed"}' > "$work/bom"
printf '  {\t"type" : "case.closed" }\r\n' > "$work/blanks"
printf '\000\377\200\303\050n' > "$work/bytes"
{ cat "$work/plain"; printf '\n'; } > "$work/line-feed"
: > "$work/empty"

unhex() { printf %s "$1" | xxd -r -p; }
encode() { openssl base64 -A; }

# A private key of ed25519 is its seed behind sixteen bytes of PKCS #8, a public one comes behind twelve.
pkcs8() { unhex "302e020100300506032b657004220420$1" > "$work/$1.der"; printf %s "$work/$1.der"; }

# secret KEY: the key as its receiver keeps it.
secret() {
  case $scheme in
  v1a) printf whpk_; openssl pkey -inform DER -in "$(pkcs8 "$1")" -pubout -outform DER | tail -c 32 | encode ;;
  *) printf whsec_; unhex "$1" | encode ;;
  esac
}

# sign KEY ID SECONDS BODY: one entry of the header.
sign() {
  { printf '%s.%s.' "$2" "$3"; cat "$work/$4"; } > "$work/signed"
  printf '%s,' "$scheme"
  case $scheme in
  v1) openssl dgst -sha256 -mac HMAC -macopt "hexkey:$1" -binary "$work/signed" | encode ;;
  v1sm3) openssl dgst -sm3 -mac HMAC -macopt "hexkey:$1" -binary "$work/signed" | encode ;;
  v1a) openssl pkeyutl -sign -rawin -inkey "$(pkcs8 "$1")" -keyform DER -in "$work/signed" | encode ;;
  esac
}

# vector NAME EXPECT ID SECONDS SIGNATURE BODY SECRETS [EXTRA]: "-" leaves a header out.
separator=''
vector() {
  headers=''
  for header in "webhook-id=$3" "webhook-timestamp=$4" "webhook-signature=$5"; do
    [ "${header#*=}" = - ] || headers="$headers${headers:+, }\"${header%%=*}\": \"${header#*=}\""
  done
  secrets=''
  for one in $7; do secrets="$secrets${secrets:+, }\"$one\""; done
  printf '%s\n  {\n    "name": "%s",\n    "expect": "%s",%s\n    "now": %s,\n    "secrets": [%s],\n    "headers": { %s },\n    "bodyBase64": "%s"\n  }' \
    "$separator" "$1" "$2" "${8:-}" "$now" "$secrets" "$headers" "$(encode < "$work/$6")"
  separator=,
}

a=$(secret $key_a)
b=$(secret $key_b)
good=$(sign $key_a $id $now plain)
mac=${good#*,}
ago() { echo $((now - $1)); }

printf '['
vector 'a plain message' verified $id $now "$good" plain "$a"
vector 'a body of Chinese, an emoji and a character beyond the first plane' verified $id $now "$(sign $key_a $id $now unicode)" unicode "$a"
vector 'an empty body' verified $id $now "$(sign $key_a $id $now empty)" empty "$a"
vector 'a body with a byte order mark' verified $id $now "$(sign $key_a $id $now bom)" bom "$a"
vector 'a body of odd blanks and line ends' verified $id $now "$(sign $key_a $id $now blanks)" blanks "$a"
vector 'a body that is no UTF-8' verified $id $now "$(sign $key_a $id $now bytes)" bytes "$a" '
    "sdk": "malformed-body",'
if [ "$scheme" != v1a ]; then
  vector 'a key of 24 bytes' verified $id $now "$(sign $key_24 $id $now plain)" plain "$(secret $key_24)"
  vector 'a key of 64 bytes' verified $id $now "$(sign $key_64 $id $now plain)" plain "$(secret $key_64)"
fi
vector 'an id that was seen before' verified $id $now "$good" plain "$a" '
    "seen": true,'
vector 'rotation: two signatures, a receiver of the new key' verified $id $now "$good $(sign $key_b $id $now plain)" plain "$a"
vector 'rotation: two signatures, a receiver of the old key' verified $id $now "$good $(sign $key_b $id $now plain)" plain "$b"
vector 'rotation: one signature, a receiver of both keys' verified $id $now "$good" plain "$b $a"
vector 'several signatures, the last one right' verified $id $now "$(sign $key_b $id $now plain) $(sign $key_a $id $now altered) $good" plain "$a"
vector 'a signature of an unknown version beside the right one' verified $id $now "v9,bm90aGluZw== $good" plain "$a"
vector 'five minutes old to the second' verified $id "$(ago 300)" "$(sign $key_a $id "$(ago 300)" plain)" plain "$a"
vector 'five minutes early to the second' verified $id "$(ago -300)" "$(sign $key_a $id "$(ago -300)" plain)" plain "$a"

vector 'no id' missing-header - $now "$good" plain "$a"
vector 'no timestamp' missing-header $id - "$good" plain "$a"
vector 'no signature' missing-header $id $now - plain "$a"
vector 'no header at all' missing-header - - - plain "$a"
vector 'an empty id' missing-header '' $now "$good" plain "$a"
vector 'an empty timestamp' missing-header $id '' "$good" plain "$a"
vector 'an empty signature' missing-header $id $now '' plain "$a"

vector 'an id with a dot, which moves the border between id and time' malformed-header "$id.$now" $now "$good" plain "$a"
vector 'an id with a blank' malformed-header 'msg 1' $now "$(sign $key_a 'msg 1' $now plain)" plain "$a"
vector 'an id that came twice' malformed-header "$id, $id" $now "$good" plain "$a"
vector 'a timestamp that came twice' malformed-header $id "$now, $now" "$good" plain "$a"
vector 'a signature that came twice' malformed-header $id $now "$good, $good" plain "$a"
vector 'a timestamp with letters behind its digits' malformed-header $id "${now}s" "$good" plain "$a"
vector 'a timestamp below zero' malformed-header $id "-$now" "$good" plain "$a"
vector 'a timestamp with a fraction' malformed-header $id "$now.0" "$good" plain "$a"
vector 'a timestamp in milliseconds' malformed-header $id "${now}000" "$(sign $key_a $id "${now}000" plain)" plain "$a"
vector 'a timestamp in ISO 8601' malformed-header $id '2026-11-26T00:00:00Z' "$good" plain "$a"
vector 'a timestamp with a blank before it' malformed-header $id " $now" "$good" plain "$a"
vector 'a signature without its version' malformed-header $id $now "$mac" plain "$a"
vector 'a signature without its comma' malformed-header $id $now "$scheme$mac" plain "$a"
vector 'a version without a signature' malformed-header $id $now "$scheme," plain "$a"
vector 'a version in capitals' malformed-header $id $now "V1,$mac" plain "$a"
vector 'two blanks between signatures' malformed-header $id $now "$good  $good" plain "$a"
vector 'a blank behind the signature' malformed-header $id $now "$good " plain "$a"
vector 'signatures divided by commas' malformed-header $id $now "$good,$good" plain "$a"

vector 'a second over five minutes old' outside-tolerance $id "$(ago 301)" "$(sign $key_a $id "$(ago 301)" plain)" plain "$a"
vector 'a second over five minutes early' outside-tolerance $id "$(ago -301)" "$(sign $key_a $id "$(ago -301)" plain)" plain "$a"
vector 'the beginning of time' outside-tolerance $id 0 "$(sign $key_a $id 0 plain)" plain "$a"
vector 'a day old, and signed with another key as well' outside-tolerance $id "$(ago 86400)" "$(sign $key_b $id "$(ago 86400)" plain)" plain "$a"

vector 'another key' signature-mismatch $id $now "$(sign $key_b $id $now plain)" plain "$a"
vector 'another key, a receiver of two' signature-mismatch $id $now "$(sign 1111111111111111111111111111111111111111111111111111111111111111 $id $now plain)" plain "$a $b"
vector 'an altered body' signature-mismatch $id $now "$good" altered "$a"
vector 'a body that was emptied' signature-mismatch $id $now "$good" empty "$a"
vector 'a body with one more line feed' signature-mismatch $id $now "$good" line-feed "$a"
vector 'a signature for another id' signature-mismatch msg_conformance_2 $now "$good" plain "$a"
vector 'a signature for an earlier second' signature-mismatch $id "$(ago -1)" "$good" plain "$a"
vector 'a signature that lost its last four characters' signature-mismatch $id $now "${good%????}" plain "$a"
vector 'a signature in other letters' signature-mismatch $id $now "$scheme,$(printf %s "$mac" | tr 'a-zA-Z' 'A-Za-z')" plain "$a"
vector 'the right signature under version v2' signature-mismatch $id $now "v2,$mac" plain "$a"
vector 'only a signature of an unknown version' signature-mismatch $id $now 'v9,bm90aGluZw==' plain "$a"
vector 'the key in place of a signature' signature-mismatch $id $now "$scheme,${a#*_}" plain "$a"
vector 'the body signed without its id and time' signature-mismatch $id $now "$scheme,$(case $scheme in
  v1) openssl dgst -sha256 -mac HMAC -macopt hexkey:$key_a -binary "$work/plain" | encode ;;
  v1sm3) openssl dgst -sm3 -mac HMAC -macopt hexkey:$key_a -binary "$work/plain" | encode ;;
  v1a) openssl pkeyutl -sign -rawin -inkey "$(pkcs8 $key_a)" -keyform DER -in "$work/plain" | encode ;;
  esac)" plain "$a"
printf '\n]\n'
