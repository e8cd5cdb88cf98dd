import { SessionPage } from './pages/SessionPage';
import { StartPage } from './pages/StartPage';
import { routeOf } from './route';

export function App() {
  const route = routeOf(location.pathname, location.hash);
  if (route.page === 'start') return <StartPage />;
  return <SessionPage session={route.session} invite={route.invite} />;
}
