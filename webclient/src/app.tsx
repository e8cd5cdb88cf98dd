import { SessionPage } from './pages/SessionPage';
import { later } from './parts/Later';
import { routeOf } from './route';

const StartPage = later(() => import('./pages/StartPage').then((file) => file.StartPage));

export function App() {
  const route = routeOf(location.pathname, location.hash);
  if (route.page === 'start') return <StartPage />;
  return <SessionPage session={route.session} invite={route.invite} />;
}
