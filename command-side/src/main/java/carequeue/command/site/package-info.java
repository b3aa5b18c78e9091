/** How a site is set up, by which policies it works, and who is signed on where. */
package carequeue.command.site;
