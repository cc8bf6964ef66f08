/* The four routines of BLAS that LIBLINEAR calls, by their definition. Only steps forward occur. */
int daxpy_(int *n, double *a, double *x, int *xStep, double *y, int *yStep)
{
    for (int i = 0; i < *n; ++i)
        y[i * *yStep] += *a * x[i * *xStep];
    return 0;
}

double ddot_(int *n, double *x, int *xStep, double *y, int *yStep)
{
    double sum = 0;
    for (int i = 0; i < *n; ++i)
        sum += x[i * *xStep] * y[i * *yStep];
    return sum;
}

double dnrm2_(int *n, double *x, int *step)
{
    return __builtin_sqrt(ddot_(n, x, step, x, step));
}

int dscal_(int *n, double *a, double *x, int *step)
{
    for (int i = 0; i < *n; ++i)
        x[i * *step] *= *a;
    return 0;
}
