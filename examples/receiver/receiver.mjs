// A department's whole integration: verify, act once, sign for what is ours, hand it in. Settings come from the environment.
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { HubClient, HubRefusal, Once, parseEvent, verifyWebhook } from '@huiliu/department-sdk';

const { HUB_URL, DEPARTMENT, SECRET, PORT = '8080' } = process.env;
const hub = new HubClient({ url: HUB_URL, department: DEPARTMENT, secret: SECRET });
const once = new Once();

async function act(id, { type, data }) {
  if (type === 'case.dispatched') await hub.sign(data.caseNumber, { id: `${id}-sign` });
  const isOurs = type === 'case.reworked' || data.role === 'lead';
  if (isOurs) await hub.handIn(data.caseNumber, { result: '已到现场处理完毕。' }, { id: `${id}-hand-in` });
}

const server = createServer(async (request, response) => {
  const body = await buffer(request);
  const verdict = verifyWebhook(request.headers, body, [SECRET]);
  if (verdict.kind === 'refused') return response.writeHead(401).end(verdict.refusal);
  try {
    await once.act(verdict.id, () => act(verdict.id, parseEvent(body)));
    response.writeHead(204).end();
  } catch (error) {
    console.error(`${verdict.id}: ${error.message}`);
    response.writeHead(error instanceof HubRefusal ? 204 : 500).end(); // after a refusal, the same again would not help
  }
});
server.listen(Number(PORT), '127.0.0.1', () => console.log(`listening on ${server.address().port}`));
