import { render } from 'lit';
import { Composer } from './composer/composer.ts';
import { Connection } from './connection.ts';
import './drawing/components.ts';
import { onKey } from './keyboard.ts';
import { appView } from './layout/app-view.ts';
import { receive, refreshLibrary } from './receive.ts';
import { followNewest } from './scrolling.ts';
import { State } from './state.ts';
import './style/page.css';

const PERSONA = 'persona';
const root = document.getElementById('app');
if (root === null) throw new Error('The page has no place for itself.');

const state = new State(sessionStorage.getItem(PERSONA) ?? 'member');
const composer = new Composer(state);
const connection = new Connection({
  onEvent: (event) => receive(state, event),
  onLost: () => {
    if (state.connection !== 'lost') state.announcement = 'The connection is lost.';
    state.connection = 'lost';
    state.changed();
  },
});

const actions = {
  become(personaKey: string): void {
    state.personaKey = personaKey;
    sessionStorage.setItem(PERSONA, personaKey);
    state.unread = new Set();
    state.pending = [];
    state.drawerOpen = false;
    follow();
  },
  goTo(channelKey: string): void {
    state.channelKey = channelKey;
    state.unread = new Set([...state.unread].filter((key) => key !== channelKey));
    state.focusedMessageId = null;
    state.drawerOpen = false;
    state.changed();
    state.focusComposer();
  },
  show(panel: State['panel']): void {
    const wasTraffic = state.panel === 'traffic';
    state.panel = panel;
    if (panel === 'library') refreshLibrary(state);
    // Traffic is sent to those alone who look at it.
    if ((panel === 'traffic') !== wasTraffic) follow();
    state.changed();
  },
};

function follow(): void {
  connection.follow(state.personaKey, state.panel === 'traffic');
}

const scroll = followNewest();
const light = matchMedia('(prefers-color-scheme: light)');
const draw = () => {
  render(appView(state, composer, actions), root);
  document.querySelector('discord-messages')?.toggleAttribute('light-theme', light.matches);
  document.title = `${state.channel === undefined ? '' : `${state.channel.name} · `}Local Discord`;
  scroll();
};
light.addEventListener('change', draw);
state.onChange(draw);
document.addEventListener('keydown', (event) => onKey(state, event));
draw();
follow();
