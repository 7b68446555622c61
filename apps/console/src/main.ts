import { createPinia } from 'pinia';
import { createApp } from 'vue';
import { onSessionEnded } from './api/client';
import ConsoleApp from './console-app.vue';
import './element-styles';
import { router } from './router';
import { useSession } from './stores/session';
import './style.css';
import { openLanguage } from './words/words';

const app = createApp(ConsoleApp)
  .use(createPinia())
  .use(router)
  .use(await openLanguage());

onSessionEnded(() => {
  useSession().forget();
  if (router.currentRoute.value.name === 'sign-in') return;
  void router.push({ name: 'sign-in', query: { ended: '1', to: router.currentRoute.value.fullPath } });
});

app.mount('#app');
