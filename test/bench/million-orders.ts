import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { DateTime } from 'luxon';

/** Orders that changed within one second: each page but the first begins with those of its first second once more. */
const ORDERS_A_SECOND = 20;
const ZONE = 'Asia/Shanghai';
const FORMAT = 'yyyy-MM-dd HH:mm:ss';
const FIRST = DateTime.fromISO('2026-01-01T00:00:00', { zone: ZONE });

/** A hotline with as many orders as the bench wants, cheap to ask: a process of its own. */
export class MillionOrders {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  static async start(orders: number): Promise<MillionOrders> {
    const child = fork(fileURLToPath(import.meta.url), ['--serve', String(orders)]);
    const [url] = (await once(child, 'message')) as [string];
    return new MillionOrders(child, url);
  }

  async stop(): Promise<void> {
    this.child.kill();
    if (this.child.exitCode === null) await once(this.child, 'exit');
  }
}

/** Everything of an order but its number and times, as a hotline writes it. */
const [HEAD, MIDDLE, TAIL] = JSON.stringify({
  orderNum: '#',
  callTime: '2026-01-01 00:00:00',
  updateTime: '#',
  orderTitle: '望江路路面塌陷',
  orderContent: '望江路 12 号门前的路面塌了一块，晚上骑车很危险，希望尽快修补。已经有人摔倒，附近老人孩子多，请尽快安排。',
  appealType: '投诉',
  questionCode: '05243040',
  questionName: '城乡建设/城市建设和市政管理/市政设施',
  urgentLevel: '紧急',
  callerName: '秦女士',
  callerPhone: '13800001234',
  address: '望江路 12 号',
  street: '湖岛街道',
  community: '望江社区',
  lng: '120.390512',
  lat: '36.102644',
  deadlineDate: null,
  orderState: '办理中',
  replyContent: '',
  replyRef: '',
  followUpRefs: [],
  visit: null,
  delFlag: '0',
}).split('#');

function page(orders: number, query: URLSearchParams): string {
  const from = DateTime.fromFormat(query.get('updatedFrom') ?? '', FORMAT, { zone: ZONE });
  const size = Number(query.get('pageSize'));
  const before = Math.max(0, from.diff(FIRST, 'seconds').seconds * ORDERS_A_SECOND);
  const start = before + (Number(query.get('pageNum')) - 1) * size;
  const list: string[] = [];
  let second = -1;
  let time = '';
  for (let n = start; n < Math.min(orders, start + size); n++) {
    if (Math.floor(n / ORDERS_A_SECOND) !== second) {
      second = Math.floor(n / ORDERS_A_SECOND);
      time = FIRST.plus({ seconds: second }).toFormat(FORMAT);
    }
    list.push(`${HEAD}${1_000_000_000 + n}${MIDDLE}${time}${TAIL}`);
  }
  return `{"code":200,"msg":"ok","data":{"count":"${orders - before}","list":[${list.join(',')}]}}`;
}

async function serve(orders: number): Promise<void> {
  const server = createServer((request, answer) => {
    const { searchParams } = new URL(request.url ?? '', 'http://localhost');
    answer.setHeader('content-type', 'application/json');
    answer.end(page(orders, searchParams));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

if (process.argv[2] === '--serve') await serve(Number(process.argv[3]));
