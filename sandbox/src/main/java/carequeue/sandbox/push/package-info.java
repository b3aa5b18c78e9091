/** A push service for browsers: it registers devices, checks who writes to them, opens what they get and shows it. */
package carequeue.sandbox.push;
