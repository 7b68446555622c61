import { createRouter, createWebHistory } from 'vue-router';
import { allowedPlaces } from './layout/allowed-places';
import DeskFrame from './layout/desk-frame.vue';
import LacksPermission from './layout/lacks-permission.vue';
import { useSession, type Permission } from './stores/session';

declare module 'vue-router' {
  interface RouteMeta {
    /** Whoever may not do this has no such page. */
    needs?: Permission;
  }
}

/** Addresses of the pages; everything but the sign-in page needs a session. */
export const router = createRouter({
  history: createWebHistory('/'),
  routes: [
    { path: '/sign-in', name: 'sign-in', component: () => import('./pages/sign-in.vue') },
    { path: '/new-password', name: 'new-password', component: () => import('./pages/new-password.vue') },
    {
      path: '/',
      component: DeskFrame,
      children: [
        { path: '', name: 'home', component: LacksPermission, beforeEnter: () => firstPage() },
        { path: 'profile', name: 'profile', component: () => import('./pages/profile.vue') },
        { path: 'desk', name: 'desk', component: () => import('./pages/desk.vue'), meta: { needs: 'overview.read' } },
        { path: 'dispatch', name: 'dispatch', component: () => import('./pages/dispatch.vue'), meta: { needs: 'cases.command' } },
        { path: 'cases', name: 'cases', component: () => import('./pages/cases.vue'), meta: { needs: 'cases.read' } },
        {
          path: 'cases/:number',
          name: 'case',
          component: () => import('./pages/case.vue'),
          props: true,
          meta: { needs: 'cases.read' },
        },
        {
          path: 'suggestions',
          name: 'suggestions',
          component: () => import('./pages/suggestions.vue'),
          meta: { needs: 'suggestions.read' },
        },
        { path: 'map', name: 'map', component: () => import('./pages/map.vue'), meta: { needs: 'cases.read' } },
        {
          path: 'hot-issues',
          name: 'hot-issues',
          component: () => import('./pages/hot-issues.vue'),
          meta: { needs: 'hot-issues.read' },
        },
        {
          path: 'bulletin',
          name: 'bulletin',
          component: () => import('./pages/bulletin.vue'),
          meta: { needs: 'bulletins.read' },
        },
        {
          path: 'undertakings',
          name: 'undertakings',
          component: () => import('./pages/undertakings.vue'),
          meta: { needs: 'undertakings.read' },
        },
        {
          path: 'endpoints',
          name: 'endpoints',
          component: () => import('./pages/endpoints.vue'),
          meta: { needs: 'endpoints.read' },
        },
        {
          path: 'quarantine',
          name: 'quarantine',
          component: () => import('./pages/quarantine.vue'),
          meta: { needs: 'quarantine.read' },
        },
        {
          path: 'deliveries',
          name: 'deliveries',
          component: () => import('./pages/deliveries.vue'),
          meta: { needs: 'deliveries.read' },
        },
        {
          path: 'platforms',
          name: 'platforms',
          component: () => import('./pages/platforms.vue'),
          meta: { needs: 'platforms.read' },
        },
        { path: 'people', name: 'people', component: () => import('./pages/people.vue'), meta: { needs: 'people.manage' } },
        {
          path: 'api-keys',
          name: 'api-keys',
          component: () => import('./pages/api-keys.vue'),
          meta: { needs: 'api-keys.manage' },
        },
        {
          path: 'duty-list',
          name: 'duty-list',
          component: () => import('./pages/duty-list.vue'),
          meta: { needs: 'duty-list.read' },
        },
        { path: 'audit', name: 'audit', component: () => import('./pages/audit.vue'), meta: { needs: 'audit.read' } },
        { path: 'ledger', name: 'ledger', component: () => import('./pages/ledger.vue'), meta: { needs: 'ledger.read' } },
      ],
    },
    { path: '/:rest(.*)*', redirect: '/' },
  ],
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
});

router.beforeEach(async (to) => {
  const session = useSession();
  const isIn = await session.recall();
  if (to.name === 'sign-in') return isIn ? '/' : true;
  if (!isIn) return { name: 'sign-in', query: to.fullPath === '/' ? {} : { to: to.fullPath } };
  if (session.mustChange) return to.name === 'new-password' || { name: 'new-password', query: { to: to.fullPath } };
  return to.name === 'new-password' ? '/' : true;
});

/** Where somebody's work begins: the first page of their menu. */
function firstPage() {
  const first = allowedPlaces(router).at(0)?.places.at(0);
  return first === undefined || { name: first.name };
}
