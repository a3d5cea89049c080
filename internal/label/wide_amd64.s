//go:build !purego

#include "go_asm.h"
#include "textflag.h"

// GATE makes eight sums of a layer activations: found = max(0, min(sum/2^shift +
// bias, most)), own + found*gate/4096 between least and most. Offsets are those
// in arrays of 32 and of 16 bits.
#define GATE(sum, at, half)                  \
	VPADDD    Y14, sum, sum                     \
	VPSRAD    X13, sum, sum                     \
	VPADDD    at(CX), sum, sum                  \
	VPMAXSD   Y15, sum, sum                     \
	VPMINSD   Y12, sum, sum                     \
	VPMULLD   (wideLayer_gate+at)(DX), sum, sum \
	VPADDD    Y10, sum, sum                     \
	VPSRAD    $const_gateBits, sum, sum         \
	VPMOVSXWD half(R10), Y7                     \
	VPADDD    Y7, sum, sum                      \
	VPMINSD   Y12, sum, sum                     \
	VPMAXSD   Y11, sum, sum

// func layerAVX2(next *activation, taps *[netTaps]*activation, w *wideLayer, bias *[netWidth]int32)
TEXT ·layerAVX2(SB), NOSPLIT, $96-32
	MOVQ next+0(FP), DI
	MOVQ taps+8(FP), SI
	MOVQ w+16(FP), DX
	MOVQ bias+24(FP), CX
	MOVQ 0(SI), R8
	MOVQ 8(SI), R9
	MOVQ 16(SI), R10
	MOVQ 24(SI), R11
	MOVQ 32(SI), R12
	LEAQ near-96(SP), R13

	// The sums over the blocks around, 16 activations at a time.
	VPXOR        Y15, Y15, Y15
	VPBROADCASTD wideLayer_nearHalf(DX), Y14
	VMOVQ        wideLayer_nearShift(DX), X13
	VPBROADCASTD wideLayer_most(DX), Y12
	VPBROADCASTD wideLayer_least(DX), Y11
	LEAQ         wideLayer_near(DX), BX
	XORQ         AX, AX

near:
	VMOVDQU    (R8)(AX*1), Y0
	VMOVDQU    (R9)(AX*1), Y1
	VPUNPCKLWD Y1, Y0, Y2
	VPUNPCKHWD Y1, Y0, Y3
	VPMADDWD   0(BX), Y2, Y4
	VPMADDWD   32(BX), Y3, Y5
	VMOVDQU    (R10)(AX*1), Y0
	VMOVDQU    (R11)(AX*1), Y1
	VPUNPCKLWD Y1, Y0, Y2
	VPUNPCKHWD Y1, Y0, Y3
	VPMADDWD   64(BX), Y2, Y2
	VPMADDWD   96(BX), Y3, Y3
	VPADDD     Y2, Y4, Y4
	VPADDD     Y3, Y5, Y5
	VMOVDQU    (R12)(AX*1), Y0
	VPUNPCKLWD Y15, Y0, Y2
	VPUNPCKHWD Y15, Y0, Y3
	VPMADDWD   128(BX), Y2, Y2
	VPMADDWD   160(BX), Y3, Y3
	VPADDD     Y2, Y4, Y4
	VPADDD     Y3, Y5, Y5
	VPADDD     Y14, Y4, Y4
	VPADDD     Y14, Y5, Y5
	VPSRAD     X13, Y4, Y4
	VPSRAD     X13, Y5, Y5
	VPMINSD    Y12, Y4, Y4
	VPMINSD    Y12, Y5, Y5
	VPMAXSD    Y11, Y4, Y4
	VPMAXSD    Y11, Y5, Y5
	VPACKSSDW  Y5, Y4, Y4
	VMOVDQU    Y4, (R13)(AX*1)
	ADDQ       $192, BX
	ADDQ       $32, AX
	CMPQ       AX, $96
	JNE        near

	// Their products with all weights, two of them at a time.
	VPXOR Y0, Y0, Y0
	VPXOR Y1, Y1, Y1
	VPXOR Y2, Y2, Y2
	VPXOR Y3, Y3, Y3
	VPXOR Y4, Y4, Y4
	VPXOR Y5, Y5, Y5
	LEAQ  wideLayer_mix(DX), BX
	XORQ  AX, AX

mix:
	VPBROADCASTD (R13)(AX*1), Y6
	VPMADDWD     0(BX), Y6, Y7
	VPADDD       Y7, Y0, Y0
	VPMADDWD     32(BX), Y6, Y7
	VPADDD       Y7, Y1, Y1
	VPMADDWD     64(BX), Y6, Y7
	VPADDD       Y7, Y2, Y2
	VPMADDWD     96(BX), Y6, Y7
	VPADDD       Y7, Y3, Y3
	VPMADDWD     128(BX), Y6, Y7
	VPADDD       Y7, Y4, Y4
	VPMADDWD     160(BX), Y6, Y7
	VPADDD       Y7, Y5, Y5
	ADDQ         $192, BX
	ADDQ         $4, AX
	CMPQ         AX, $96
	JNE          mix

	// What is found is added to the block's own.
	VPBROADCASTD wideLayer_mixHalf(DX), Y14
	VMOVQ        wideLayer_mixShift(DX), X13
	VPBROADCASTD wideLayer_gateHalf(DX), Y10
	GATE(Y0, 0, 0)
	GATE(Y1, 32, 16)
	GATE(Y2, 64, 32)
	GATE(Y3, 96, 48)
	GATE(Y4, 128, 64)
	GATE(Y5, 160, 80)
	VPACKSSDW Y1, Y0, Y0
	VPACKSSDW Y3, Y2, Y2
	VPACKSSDW Y5, Y4, Y4
	VPERMQ    $0xd8, Y0, Y0
	VPERMQ    $0xd8, Y2, Y2
	VPERMQ    $0xd8, Y4, Y4
	VMOVDQU   Y0, 0(DI)
	VMOVDQU   Y2, 32(DI)
	VMOVDQU   Y4, 64(DI)
	VZEROUPPER
	RET

// func changesAVX2(sums *[netWidth]int32, w *[maxFeatures][netWidth]int32, changes []change)
TEXT ·changesAVX2(SB), NOSPLIT, $0-40
	MOVQ    sums+0(FP), DI
	MOVQ    w+8(FP), SI
	MOVQ    changes_base+16(FP), R8
	MOVQ    changes_len+24(FP), CX
	VMOVDQU 0(DI), Y0
	VMOVDQU 32(DI), Y1
	VMOVDQU 64(DI), Y2
	VMOVDQU 96(DI), Y3
	VMOVDQU 128(DI), Y4
	VMOVDQU 160(DI), Y5

next:
	MOVL         change_feature(R8), BX
	IMUL3Q       $192, BX, BX
	ADDQ         SI, BX
	VPBROADCASTD change_step(R8), Y6
	VPMULLD      0(BX), Y6, Y7
	VPMULLD      32(BX), Y6, Y8
	VPMULLD      64(BX), Y6, Y9
	VPMULLD      96(BX), Y6, Y10
	VPMULLD      128(BX), Y6, Y11
	VPMULLD      160(BX), Y6, Y12
	VPADDD       Y7, Y0, Y0
	VPADDD       Y8, Y1, Y1
	VPADDD       Y9, Y2, Y2
	VPADDD       Y10, Y3, Y3
	VPADDD       Y11, Y4, Y4
	VPADDD       Y12, Y5, Y5
	ADDQ         $8, R8
	DECQ         CX
	JNE          next
	VMOVDQU      Y0, 0(DI)
	VMOVDQU      Y1, 32(DI)
	VMOVDQU      Y2, 64(DI)
	VMOVDQU      Y3, 96(DI)
	VMOVDQU      Y4, 128(DI)
	VMOVDQU      Y5, 160(DI)
	VZEROUPPER
	RET
