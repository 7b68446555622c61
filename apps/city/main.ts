import { City } from './city.js';
import { readCityOptions } from './control/city-options.js';

/** The city as a process of its own: `node dist/apps/city/main.js --port 8091 --hub-url http://127.0.0.1:8080`. */
async function main(): Promise<void> {
  const options = readCityOptions(process.argv.slice(2));
  const city = new City(options);
  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    void city.close().finally(() => process.exit(0));
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  process.on('disconnect', end); // whoever started the city is gone: no orphan
  const url = await city.open();
  if (process.send && !process.connected) return end();
  process.send?.({ ready: true, url });
  console.log(`city: ${options.mode}, seed ${options.seed}, listening at ${url}`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
