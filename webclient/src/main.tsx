import { render } from 'preact';
import './style/index.css';
import { App } from './app';
import { chooseLanguage, language } from './text';

chooseLanguage(new URLSearchParams(location.search).get('lang'));
document.documentElement.lang = language().tag;
document.documentElement.dir = language().direction;

// A link with another invitation differs in the fragment only: the browser would keep the old page.
window.addEventListener('hashchange', () => location.reload());

const page = document.getElementById('page');
if (page !== null) render(<App />, page);
