/** The styles that every screen stands on. A component brings its own beside it; `public/layers.css` orders their layers. */
import './tokens.css'
import './base.css'
import './controls.css'
import './layout.css'
import './print.css'
