import { busyDocument } from './task.mjs';
import { parseDocument } from '@slotwright/engine';
const doc = busyDocument(300);
for (let i=0;i<4;i++){ const t=performance.now(); const r=parseDocument(doc); console.log((performance.now()-t).toFixed(0), r.isOk()); }
