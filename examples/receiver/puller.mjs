// A department that cannot receive: fetch, act, and say that it has arrived by asking for more. Settings come from the environment.
import { HubClient, HubRefusal } from '@huiliu/department-sdk';

const { HUB_URL, KEY, EVERY_MS = '5000' } = process.env;
const hub = new HubClient({ url: HUB_URL, key: KEY });

async function act(id, { type, data }) {
  const { caseNumber, whistle } = data;
  if (type === 'case.dispatched') await hub.sign(caseNumber, { id: `${id}-sign` });
  if (type === 'whistle.blown') await hub.checkIn(caseNumber, { whistle }, { id: `${id}-check-in` });
  const isOurs = type === 'case.reworked' || data.role === 'lead';
  if (isOurs) await hub.handIn(caseNumber, { result: '已到现场处理完毕。' }, { id: `${id}-hand-in` });
}

console.log('pulling');
for await (const { id, event } of hub.pull({ everyMs: Number(EVERY_MS) })) {
  try {
    await act(id, event);
  } catch (error) {
    if (!(error instanceof HubRefusal)) throw error; // it has not arrived then: the hub shows it again at the next start
    console.error(`${id}: ${error.message}`);
  }
}
