/** The styles that every screen stands on, the order of the layers first. A component brings its own beside it. */
import './layers.css'
import './tokens.css'
import './base.css'
import './controls.css'
import './layout.css'
import './print.css'
