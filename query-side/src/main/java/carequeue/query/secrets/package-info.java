/** Which secrets there are, how old they are and who reads them; the nodes write it down as rows, which are read here, and never a value. */
package carequeue.query.secrets;
