namespace GpuRisk.Kernels.Lanes;

/// <summary>A bundle of unsigned 32-bit words, one a work item; products are exact.</summary>
public interface IWord<W>
    where W : struct, IWord<W>
{
    static abstract int Lanes { get; }

    static abstract W operator ^(W a, W b);

    static abstract W operator ^(W a, uint b);

    static abstract W operator &(W a, uint b);

    static abstract W operator |(W a, W b);

    /// <summary>The low 32 bits of a + b.</summary>
    static abstract W operator +(W a, W b);

    /// <summary>Zeros enter; b from 0 to 31.</summary>
    static abstract W operator <<(W a, int b);

    /// <inheritdoc cref="operator &lt;&lt;(W, int)"/>
    static abstract W operator >>(W a, int b);

    /// <summary>The same word in every lane.</summary>
    static abstract W Of(uint value);

    /// <summary>The low 32 bits of a b.</summary>
    static abstract W MultiplyLow(W a, uint b);

    /// <summary>The high 32 bits of a b.</summary>
    static abstract W MultiplyHigh(W a, uint b);

    /// <summary>Consecutive words, one a lane.</summary>
    static abstract unsafe W Load(uint* source);

    /// <summary>Writes the lanes as consecutive words.</summary>
    unsafe void Store(uint* target);
}
