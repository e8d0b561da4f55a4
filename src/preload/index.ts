import { ipcRenderer } from 'electron';
import { bridge } from './bridge.ts';

bridge(window, ipcRenderer);
