/** Tests of what whoever runs the service deals with. */
@org.jspecify.annotations.NullMarked
package org.chancery.operation;
