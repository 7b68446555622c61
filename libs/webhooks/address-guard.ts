import { lookup as systemLookup } from 'node:dns';
import { BlockList, isIP } from 'node:net';
import type { LookupFunction } from 'node:net';
import { buildConnector } from 'undici';

/** Error code of a connection that the guard refused to open. */
export const ADDRESS_REFUSED = 'EADDRREFUSED';

/** What we show an endpoint that asks for it, and whose certificates we believe beside those that everybody does. */
export interface Certificates {
  readonly cert?: string;
  readonly key?: string;
  readonly passphrase?: string;
  readonly ca?: string[];
}

interface GuardedRange {
  readonly name: string;
  /** `intranet` ranges open up for an endpoint that may be private; the others never are a department's server. */
  readonly opens: 'intranet' | 'never';
  readonly subnets: readonly string[];
}

/** In order of examination: an exact address before the range around it. */
const RANGES: readonly GuardedRange[] = [
  {
    name: 'metadata service',
    opens: 'never',
    subnets: ['169.254.169.254/32', '100.100.100.200/32', '168.63.129.16/32', '192.0.0.192/32', 'fd00:ec2::254/128'],
  },
  { name: 'loopback', opens: 'intranet', subnets: ['127.0.0.0/8', '::1/128'] },
  { name: 'link-local', opens: 'never', subnets: ['169.254.0.0/16', 'fe80::/10'] },
  { name: 'unspecified', opens: 'never', subnets: ['0.0.0.0/8', '::/128'] },
  {
    name: 'private',
    opens: 'intranet',
    subnets: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', '192.0.0.0/24', '198.18.0.0/15', 'fc00::/7'],
  },
  { name: 'multicast or reserved', opens: 'never', subnets: ['224.0.0.0/4', '240.0.0.0/4', 'ff00::/8', 'fec0::/10'] },
  // IPv6 that carries an IPv4 address inside: a gateway would unwrap it behind our back.
  { name: 'translated', opens: 'never', subnets: ['::/96', '64:ff9b::/96', '64:ff9b:1::/48', '2002::/16', '2001::/32'] },
];

const GUARDED = RANGES.map((range) => ({ ...range, list: blockListOf(range.subnets) }));

/** Name of the range that makes an address off limits, or `undefined` when a webhook may go there. */
export function refusedRange(address: string, allowPrivate: boolean): string | undefined {
  const bare = address.replace(/%.*$/, '');
  const family = isIP(bare) === 6 ? 'ipv6' : 'ipv4';
  const range = GUARDED.find((candidate) => candidate.list.check(bare, family));
  return range === undefined || (allowPrivate && range.opens === 'intranet') ? undefined : range.name;
}

/**
 * Opens connections to addresses that were checked after the one and only resolution of the name, so that a name cannot
 * answer something harmless to a check and something else to the connection.
 */
export function guardedConnector(
  allowPrivate: boolean,
  { resolve = systemLookup, certificates }: { resolve?: LookupFunction; certificates?: Certificates } = {},
): buildConnector.connector {
  const connect = buildConnector({ ...certificates, lookup: guardedLookup(allowPrivate, resolve) });
  return (options, callback) => {
    // A literal address is never looked up; node connects to it straight away.
    const host = options.hostname.replace(/^\[|\]$/g, '');
    const range = isIP(host) === 0 ? undefined : refusedRange(host, allowPrivate);
    if (range === undefined) connect(options, callback);
    else callback(refusal(host, range), null);
  };
}

/** The one address of a host that was checked, for whoever else opens the connection; rejects as the connector would. */
export function guardedAddress(hostname: string, allowPrivate: boolean, resolve: LookupFunction = systemLookup): Promise<string> {
  const host = hostname.replace(/^\[|\]$/g, '');
  return new Promise((given, refused) => {
    const range = isIP(host) === 0 ? undefined : refusedRange(host, allowPrivate);
    if (range !== undefined) refused(refusal(host, range));
    else if (isIP(host) !== 0) given(host);
    else
      guardedLookup(allowPrivate, resolve)(host, {}, (error, answer) => {
        if (error) refused(error);
        else given(typeof answer === 'string' ? answer : answer[0].address);
      });
  });
}

function guardedLookup(allowPrivate: boolean, resolve: LookupFunction): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, options, (error, answer, family) => {
      if (error) return callback(error, answer, family);
      const addresses = typeof answer === 'string' ? [answer] : answer.map((entry) => entry.address);
      for (const address of addresses) {
        const range = refusedRange(address, allowPrivate);
        if (range !== undefined) return callback(refusal(address, range), '', family);
      }
      callback(null, answer, family);
    });
  };
}

function refusal(address: string, range: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`address refused: ${address} is ${range}`), { code: ADDRESS_REFUSED });
}

function blockListOf(subnets: readonly string[]): BlockList {
  const list = new BlockList();
  for (const subnet of subnets) {
    const [net, prefix] = subnet.split('/');
    list.addSubnet(net, Number(prefix), isIP(net) === 6 ? 'ipv6' : 'ipv4');
  }
  return list;
}
