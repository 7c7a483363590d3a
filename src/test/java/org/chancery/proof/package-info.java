@NullMarked
package org.chancery.proof;

import org.jspecify.annotations.NullMarked;
