import { createRouter, createWebHistory } from 'vue-router';
import DeskFrame from './layout/desk-frame.vue';
import { useSession } from './stores/session';

/** Addresses of the pages; everything but the sign-in page needs a session. */
export const router = createRouter({
  history: createWebHistory('/'),
  routes: [
    { path: '/sign-in', name: 'sign-in', component: () => import('./pages/sign-in.vue') },
    {
      path: '/',
      component: DeskFrame,
      redirect: '/desk',
      children: [
        { path: 'desk', name: 'desk', component: () => import('./pages/desk.vue') },
        { path: 'cases', name: 'cases', component: () => import('./pages/cases.vue') },
        { path: 'cases/:number', name: 'case', component: () => import('./pages/case.vue'), props: true },
        { path: 'suggestions', name: 'suggestions', component: () => import('./pages/suggestions.vue') },
        { path: 'quarantine', name: 'quarantine', component: () => import('./pages/quarantine.vue') },
        { path: 'deliveries', name: 'deliveries', component: () => import('./pages/deliveries.vue') },
        { path: 'platforms', name: 'platforms', component: () => import('./pages/platforms.vue') },
        { path: 'ledger', name: 'ledger', component: () => import('./pages/ledger.vue') },
      ],
    },
    { path: '/:rest(.*)*', redirect: '/desk' },
  ],
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
});

router.beforeEach(async (to) => {
  const isIn = await useSession().recall();
  if (to.name === 'sign-in') return isIn ? { name: 'desk' } : true;
  return isIn || { name: 'sign-in', query: { to: to.fullPath } };
});
